package dev.hew.split.facts;

import dev.hew.code.SourceFile;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/** What a class does that is bound to where it runs: for data, whose values travel, and for helpers, which are copied. */
enum Outside {
  /** Touches files, the network, a database, a container, a queue or threads. Rows and their parts are data. */
  OF_DATA(
      EnumSet.complementOf(EnumSet.of(ClassFact.Role.ENTITY, ClassFact.Role.EMBEDDED)),
      "java\\.io\\.(File.*|RandomAccessFile|Console|\\*)|java\\.(net|nio|util\\.concurrent)\\..*"
          + "|(javax|jakarta)\\.servlet\\b.*"),

  /** Asks a database, a container or a queue; functions over files and threads are the same on both sides. */
  OF_HELPERS(EnumSet.allOf(ClassFact.Role.class), "org\\.springframework\\.(beans|data)\\..*");

  /** What neither may import. */
  private static final Pattern OF_BOTH =
      Pattern.compile("java\\.(rmi|sql)\\..*|javax\\.(sql|naming|jms|mail)\\..*"
          + "|(javax|jakarta)\\.(persistence\\.(EntityManager(Factory)?|Persistence|Query|TypedQuery)|jms|mail|ws\\.rs\\.client)\\b.*"
          + "|org\\.springframework\\.(jdbc|orm|transaction|web\\.client|context|jms|kafka|data\\.(jpa|redis|mongodb))\\..*"
          + "|org\\.hibernate\\.(Session.*|(StatelessSession|Query|Criteria)\\b.*)");

  /** Of the same packages, what is a value or a mark. */
  private static final Pattern VALUES = Pattern.compile(
      "java\\.net\\.(URI|URL|URL(En|De)coder|\\w*Exception)|java\\.nio\\.charset\\..*|java\\.nio\\.file\\.Path"
          + "|java\\.sql\\.(Date|Time|Timestamp)|java\\.util\\.concurrent\\.(TimeUnit|CopyOnWrite\\w*|\\w*Exception)"
          + "|org\\.springframework\\.data\\.(domain|(jpa|redis|mongodb)\\..*\\b(annotation|mapping|domain))\\..*");

  private final Set<ClassFact.Role> acting;
  private final Pattern own;

  Outside(Set<ClassFact.Role> acting, String own) {
    this.acting = acting;
    this.own = Pattern.compile(own);
  }

  /** Whether a class does something by what frameworks make of it. */
  boolean acts(ClassFact fact) {
    return fact.roles().stream().anyMatch(acting::contains)
        || !fact.routes().isEmpty()
        || !fact.transactions().isEmpty();
  }

  /** Whether a file imports what touches something outside. */
  boolean isTouched(SourceFile file) {
    return file.imports().stream()
        .map(one -> one.onDemand() ? one.name() + ".*" : one.name())
        .anyMatch(name -> (OF_BOTH.matcher(name).matches() || own.matcher(name).matches())
            && !VALUES.matcher(name).matches());
  }
}
