package dev.hew.split.graph;

import dev.hew.split.facts.ClassFact;
import dev.hew.split.facts.Facts;
import dev.hew.split.facts.TableFact;
import dev.hew.split.facts.Use;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * Tells whether two states of a code base are divided alike: all that a division asks of facts is the same in both. Lines
 * it does not ask for, only how many there are.
 */
public final class SameDivision {
  private SameDivision() {}

  /** Whether each division of the one is the division of the other, too. */
  public static boolean of(Facts one, Facts other) {
    return one.history().equals(other.history())
        && one.deployables().equals(other.deployables())
        && same(one.classes(), other.classes(), SameDivision::classes)
        && same(one.tables(), other.tables(), SameDivision::tables)
        && same(one.foreignKeys(), other.foreignKeys(), SameDivision::keys)
        && same(one.uses(), other.uses(), SameDivision::uses);
  }

  private static <T> boolean same(List<T> one, List<T> other, BiPredicate<T, T> alike) {
    if (one.size() != other.size()) {
      return false;
    }
    for (int i = 0; i < one.size(); i++) {
      T first = one.get(i);
      T second = other.get(i);
      if (first != second && !alike.test(first, second)) {
        return false;
      }
    }
    return true;
  }

  private static boolean uses(Use one, Use other) {
    return one.kind() == other.kind()
        && one.places() == other.places()
        && one.from().equals(other.from())
        && one.to().equals(other.to());
  }

  private static boolean classes(ClassFact one, ClassFact other) {
    return one.name().equals(other.name())
        && one.test() == other.test()
        && one.kind().equals(other.kind())
        && one.base().equals(other.base())
        && one.roles().equals(other.roles())
        && one.data() == other.data()
        && one.helper() == other.helper()
        && one.keeps().equals(other.keeps())
        && one.entity().isPresent() == other.entity().isPresent()
        && (one.entity().isEmpty()
            || entities(one.entity().get(), other.entity().get()));
  }

  private static boolean entities(ClassFact.Entity one, ClassFact.Entity other) {
    return one.table().equals(other.table())
        && same(
            one.associations(),
            other.associations(),
            (a, b) -> a.from().equals(b.from())
                && a.to().equals(b.to())
                && a.cascade().equals(b.cascade())
                && a.isPart() == b.isPart());
  }

  private static boolean tables(TableFact one, TableFact other) {
    return one.name().equals(other.name())
        && same(
            one.accesses(),
            other.accesses(),
            (a, b) ->
                a.from().equals(b.from()) && a.writes() == b.writes() && a.how().equals(b.how()));
  }

  private static boolean keys(TableFact.ForeignKey one, TableFact.ForeignKey other) {
    return one.table().equals(other.table()) && one.target().equals(other.target());
  }
}
