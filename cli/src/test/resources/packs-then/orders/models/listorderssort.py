from enum import Enum


class ListOrdersSort(Enum):
    CREATED_AT = "createdAt"
    MINUS_CREATED_AT = "-createdAt"
    NUMBER = "number"
    MINUS_NUMBER = "-number"
