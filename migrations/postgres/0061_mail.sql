-- Mail on its way out. `content` (subject, HTML, text) is encrypted: it carries sign-in links and codes.
-- It is cleared once the mail has left, or after a week in the mailbox of an installation without SMTP.
create table mail (
  id         bigint generated always as identity primary key,
  -- the same key is never sent twice
  key        text        unique check (length(key) between 1 and 200),
  -- stays the same however often it is tried, so that receivers can see a repeat
  message_id text        not null unique,
  template   text        not null,
  locale     text        not null check (locale in ('zh-CN', 'en')),
  -- on whose behalf it was asked for; empty when the product itself speaks
  sender_id  bigint      references account (id) on delete set null,
  recipient  text        not null check (length(recipient) <= 254),
  content    bytea,
  -- kept: no SMTP is configured; held: the recipient got too many already
  state      text        not null check (state in ('queued', 'sent', 'kept', 'held', 'failed')),
  attempts   integer     not null default 0,
  smtp_code  integer,
  error      text,
  created_at timestamptz not null,
  sent_at    timestamptz
);
create index mail_recipient on mail (recipient, created_at);
create index mail_sender on mail (sender_id, created_at);
create index mail_created on mail (created_at, id);
