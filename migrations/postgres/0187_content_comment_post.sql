-- All comments of a post, whatever their depth: search reads them, and merging, splitting and erasing walk them.
create index comment_post on comment (post_id, id);
