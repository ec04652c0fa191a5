from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from datetime import datetime
from uuid import UUID


@dataclass
class Order:
    customer_id: UUID  # customerId
    shipping_address: Address  # shippingAddress
    note: str | None  # note, optional
    id: UUID  # id, optional
    number: int  # number, optional
    status: OrderStatus  # status
    total: Money  # total
    created_at: datetime  # createdAt, optional
    requested_delivery: date  # requestedDelivery, optional
