-- How much is published under a topic on each board, as of the last ranking: what may be told of a topic depends on
-- the boards that the reader sees, and counting its posts for everybody who looks would read all of them each time.
create table topic_board (
  topic_id bigint  not null references topic (id) on delete cascade,
  board_id bigint  not null references board (id) on delete cascade,
  posts    integer not null check (posts > 0),
  primary key (topic_id, board_id)
);
create index topic_board_board on topic_board (board_id);
