package dev.hew.split.cut;

import dev.hew.split.facts.Place;
import dev.hew.split.facts.TableFact;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** What a cut does to tables. */
final class TableCuts {
  private final PricingBase base;
  private final Set<String> in;
  private final Set<String> owned;
  private final Predicate<String> counts;

  /**
   * @param in classes inside
   * @param owned tables inside, whatever their case
   * @param counts whether a class is of either side
   */
  TableCuts(PricingBase base, Set<String> in, Set<String> owned, Predicate<String> counts) {
    this.base = base;
    this.in = in;
    this.owned = owned;
    this.counts = counts;
  }

  List<Cut.Item> foreignKeys() {
    List<Cut.Item> items = new ArrayList<>();
    for (TableFact.ForeignKey key : base.foreignKeys.of(owned)) {
      if (owned.contains(key.table()) != owned.contains(key.target())) {
        items.add(new Cut.Item(key.table(), key.target(), key.name(), 1, key.places()));
      }
    }
    return items;
  }

  List<Cut.Item> contested() {
    return tables(true);
  }

  List<Cut.Item> foreignReads() {
    return tables(false);
  }

  /**
   * Tables of one side that the other side writes; or reads, or maps, and does not write. That a class is mapped to a table
   * says whose rows are there, and writes none.
   */
  private List<Cut.Item> tables(boolean writes) {
    List<Cut.Item> items = new ArrayList<>();
    for (TableFact table : base.tables(in, owned)) {
      boolean mine = owned.contains(table.name());
      if (base.idTables.contains(table.name())) {
        continue;
      }
      TreeSet<String> strangers = new TreeSet<>();
      TreeSet<Place> places = new TreeSet<>();
      boolean written = false;
      boolean read = false;
      for (TableFact.Access access : table.accesses()) {
        if (in.contains(access.from()) != mine && counts.test(access.from())) {
          boolean writing = access.writes() && !access.isMapping();
          written |= writing;
          read |= !access.writes();
          if (!writes || writing) {
            strangers.add(access.from());
            places.add(access.place());
          }
        }
      }
      if (!strangers.isEmpty() && written == writes) {
        items.add(new Cut.Item(
            String.join(", ", strangers),
            table.name(),
            (writes ? "written" : read ? "read" : "mapped") + " from outside its module",
            places.size(),
            List.copyOf(places)));
      }
    }
    return items;
  }
}
