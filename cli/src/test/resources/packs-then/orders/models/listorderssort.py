from enum import Enum


class ListOrdersSort(Enum):
    CREATED_AT = "createdAt"
    CREATED_AT2 = "-createdAt"
    NUMBER = "number"
    NUMBER2 = "-number"
