package org.lending.book;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class BookController {
  private final BookRepository books;

  BookController(BookRepository books) {
    this.books = books;
  }

  @GetMapping("/books")
  List<Book> all() {
    return books.findAll();
  }
}
