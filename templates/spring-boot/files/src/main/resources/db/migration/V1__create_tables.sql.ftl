[#list storage.tables as table]
create table [=table.name] (
[#list table.definitions() as line]
  [=line][#sep],[/#sep]
[/#list]
);
[#list table.indexes() as columns]

create index on [=table.name] ([=columns]);
[/#list]
[#sep]

[/#sep]
[/#list]
