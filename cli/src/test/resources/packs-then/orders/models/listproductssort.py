from enum import Enum


class ListProductsSort(Enum):
    NAME = "name"
    NAME2 = "-name"
    SKU = "sku"
    SKU2 = "-sku"
