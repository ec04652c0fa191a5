[#list migration.statements as statement]
[=statement]
[#sep]

[/#sep]
[/#list]
