[#if type.kind == 'enum']
from enum import Enum


class [=type.name](Enum):
[#list type.values as value]
    [=value.name] = [=value.literal]
[/#list]
[#elseif type.kind == 'union']
from __future__ import annotations

[=type.name] = "[=type.variants?map(v -> v.name)?join(' | ')]"
[#else]
from __future__ import annotations

from dataclasses import dataclass
[#list type.importsWith([], '') as import]
[=import]
[/#list]


@dataclass
class [=type.name]:
[#list type.fields as field]
    [=field.name]: [=field.type.text]  # [=field.property.comment()][#if !field.required], optional[/#if]
[#else]
    pass
[/#list]
[/#if]
