package org.lending.base;

import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;

@MappedSuperclass
public abstract class Stored {
  @Id
  private Long id;

  public Long getId() {
    return id;
  }
}
