[#-- A documentation comment: on one line if it has but one, and not at all if it says nothing. --]
[#macro javadoc lines deprecated=false indent='']
  [#local all = lines + deprecated?then(lines?has_content?then([''], []) + ['@deprecated by the contract'], [])]
  [#if all?size == 1 && all[0]?length < 112 && !all[0]?starts_with('@')]
[=indent]/** [=all[0]] */
  [#elseif all?has_content]
[=indent]/**
    [#list all as line]
[=indent] *[#if line?has_content] [=line][/#if]
    [/#list]
[=indent] */
  [/#if]
[/#macro]
