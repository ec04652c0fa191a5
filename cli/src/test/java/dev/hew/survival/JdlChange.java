package dev.hew.survival;

import java.util.List;
import java.util.function.UnaryOperator;

/** One of the ways in which contracts change, said of the entities that JHipster makes a service of. */
record JdlChange(String name, UnaryOperator<String> change) {

  /** The description of the entities after the change. */
  String applied(String jdl) {
    String changed = change.apply(jdl);
    if (changed.equals(jdl)) {
      throw new IllegalStateException(name + " changes nothing");
    }
    return changed;
  }

  private static JdlChange replaced(String name, String from, String to) {
    return new JdlChange(name, jdl -> jdl.replace(from, to));
  }

  static List<JdlChange> all() {
    return List.of(
        new JdlChange(
            "resource added",
            jdl -> jdl
                + "\nentity Parcel {\n  weight Integer required\n  label String maxlength(60)\n}\n"),
        replaced(
            "resource removed",
            "entity Product {\n  name String required maxlength(80)\n  price BigDecimal required\n}\n",
            ""),
        replaced(
            "optional property added",
            "  note String maxlength(500)\n",
            "  note String maxlength(500)\n  extra String maxlength(80)\n"),
        replaced(
            "required property added",
            "  note String maxlength(500)\n",
            "  note String maxlength(500)\n  needed Integer required\n"),
        replaced("property removed", "  note String maxlength(500)\n", ""),
        replaced("property renamed", "  note String", "  noteToo String"),
        replaced("property type changed", "  quantity Integer", "  quantity String"),
        replaced("constraint changed", "maxlength(500)", "maxlength(300)"),
        replaced("enum value added", "  DELIVERED", "  DELIVERED,\n  BRAND_NEW"),
        replaced("enum value removed", "  SENT,\n", ""),
        replaced("schema renamed", "OrderLine", "OrderLineRecord"),
        replaced(
            "schema split",
            "  createdAt Instant required\n}\n",
            "}\n\nentity OrdersDetails {\n  createdAt Instant required\n}\n\nrelationship OneToOne {\n  Orders{details} to OrdersDetails\n}\n"),
        replaced("description changed", "/** A line. */", "/** Said in other words. */"));
  }
}
