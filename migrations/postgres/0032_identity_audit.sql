-- What operators did. Append-only; each row carries the hash of the one before it, so that a row that
-- is changed, removed or slipped in breaks the chain from there on.
create table audit_entry (
  id            bigint primary key,
  at            timestamptz not null,
  actor         text not null,
  actor_name    text not null,
  action        text not null,
  object_kind   text,
  object_id     text,
  detail        jsonb not null default '{}',
  ip            text,
  request_id    text not null,
  previous_hash bytea not null,
  hash          bytea not null
);
create index audit_entry_at on audit_entry (at desc);
create index audit_entry_actor on audit_entry (actor, id desc);
create index audit_entry_action on audit_entry (action, id desc);
create index audit_entry_request on audit_entry (request_id);

-- The end of the chain. Locking it gives writers their turn: numbers without gaps, one order.
create table audit_head (
  one     boolean primary key default true check (one),
  last_id bigint not null,
  hash    bytea  not null
);
insert into audit_head (last_id, hash) values (0, sha256('juluo'::bytea));

-- Where the chain begins after old rows were removed, and what its hash was there. Each carries the
-- mark of the installation's secret, which someone who holds only the database cannot make.
create table audit_checkpoint (
  up_to_id bigint primary key,
  hash     bytea  not null,
  mark     text   not null,
  at       timestamptz not null default now()
);

create function audit_digest(entry audit_entry) returns bytea language sql immutable as $$
  select sha256(entry.previous_hash || convert_to(jsonb_build_array(
    entry.id, extract(epoch from entry.at), entry.actor, entry.actor_name, entry.action,
    entry.object_kind, entry.object_id, entry.detail, entry.ip, entry.request_id)::text, 'UTF8'))
$$;

create function audit_chain() returns trigger language plpgsql as $$
declare
  head audit_head;
begin
  select * into head from audit_head for update;
  new.id := head.last_id + 1;
  new.previous_hash := head.hash;
  new.hash := audit_digest(new);
  update audit_head set last_id = new.id, hash = new.hash;
  return new;
end $$;
create trigger audit_entry_chain before insert on audit_entry
  for each row execute function audit_chain();

-- Rows leave only in one way: older than the law asks for, and behind a checkpoint.
create function audit_keep() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and old.at < now() - interval '180 days'
     and old.id <= (select max(up_to_id) from audit_checkpoint) then
    return old;
  end if;
  raise exception 'audit_entry is append-only' using errcode = '42501';
end $$;
create trigger audit_entry_keep before update or delete on audit_entry
  for each row execute function audit_keep();
create trigger audit_entry_whole before truncate on audit_entry
  for each statement execute function refuse_change();
create trigger audit_checkpoint_keep before update or delete on audit_checkpoint
  for each row execute function refuse_change();
create trigger audit_checkpoint_whole before truncate on audit_checkpoint
  for each statement execute function refuse_change();
revoke update, delete, truncate on audit_entry, audit_checkpoint from public;
