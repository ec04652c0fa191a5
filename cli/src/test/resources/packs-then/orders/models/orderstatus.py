from enum import Enum


class OrderStatus(Enum):
    OPEN = "open"
    PAID = "paid"
    SHIPPED = "shipped"
    DELIVERED = "delivered"
    CANCELLED = "cancelled"
