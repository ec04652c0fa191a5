from enum import Enum


class ListProductsSort(Enum):
    NAME = "name"
    MINUS_NAME = "-name"
    SKU = "sku"
    MINUS_SKU = "-sku"
