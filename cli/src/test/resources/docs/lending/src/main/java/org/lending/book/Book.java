package org.lending.book;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.lending.base.Stored;

@Entity
@Table(name = "books")
public class Book extends Stored {
  private String title;
  private int copies;

  public String getTitle() {
    return title;
  }

  public void take() {
    copies--;
  }
}
