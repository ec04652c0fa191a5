create table members (id bigint primary key, name varchar(80));
create table books (id bigint primary key, title varchar(200), copies integer);
create table loans (
  id bigint primary key,
  member_id bigint not null,
  book_id bigint not null,
  constraint fk_loans_members foreign key (member_id) references members (id)
);
alter table loans add constraint fk_loans_books foreign key (book_id) references books (id);
