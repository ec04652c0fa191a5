from enum import Enum


class Category(Enum):
    BOOKS = "books"
    FOOD = "food"
    HOUSEHOLD = "household"
    TOYS = "toys"
