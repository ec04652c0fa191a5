from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID


@dataclass
class NewOrder:
    customer_id: UUID  # customerId
    shipping_address: Address  # shippingAddress
    note: str | None  # note, optional
