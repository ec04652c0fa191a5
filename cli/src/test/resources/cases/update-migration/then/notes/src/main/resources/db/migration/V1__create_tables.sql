create table notes (
  text text not null,
  length integer not null,
  author text,
  added bigint generated always as identity primary key
);
