-- All comments of a post, replies included: who took part last, feeds of the newest words, and deleting a post.
create index comment_any_of_post on comment (post_id, id desc);
