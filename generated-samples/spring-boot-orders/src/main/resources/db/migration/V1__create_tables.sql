create table products (
  id uuid primary key default gen_random_uuid(),
  sku text not null,
  name text not null,
  description text,
  category text not null,
  price jsonb not null,
  available boolean,
  added bigint generated always as identity
);

create index on products (added);

create index on products (category);

create index on products (available);

create table orders (
  id uuid primary key default gen_random_uuid(),
  customer_id uuid not null,
  shipping_address jsonb not null,
  note text,
  number bigint not null generated always as identity,
  status text not null default 'open',
  -- the same in every row until you compute it
  total jsonb not null default '{"amount":"25.80","currency":"EUR"}',
  created_at timestamptz not null default now(),
  requested_delivery date,
  added bigint generated always as identity
);

create index on orders (added);

create index on orders (status);

create index on orders (customer_id);

create table order_lines (
  order_id uuid not null,
  id uuid not null default gen_random_uuid(),
  product_id uuid not null,
  quantity integer not null,
  -- the same in every row until you compute it
  price jsonb,
  added bigint generated always as identity,
  primary key (order_id, id),
  foreign key (order_id) references orders (id) on delete cascade
);

create index on order_lines (order_id, added);
