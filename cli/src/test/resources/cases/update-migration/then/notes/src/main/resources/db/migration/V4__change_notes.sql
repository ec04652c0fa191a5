alter table notes rename column text to body;

alter table notes alter column length type bigint;

-- rows that are there already get 0; write what is right for them
alter table notes add column if not exists words bigint not null default 0;

alter table notes alter column words drop default;

-- the contract no longer has `author` in `notes`; it stays until you drop it:
-- alter table notes drop column author;
