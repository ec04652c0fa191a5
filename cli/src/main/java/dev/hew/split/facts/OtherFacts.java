package dev.hew.split.facts;

import java.util.List;
import java.util.Map;

/**
 * What the files say that are not Java.
 *
 * @param builds Maven and Gradle modules: folder to name
 * @param needs for each folder of a module what its build file names of others
 * @param schemas what scripts and changelogs do to tables
 * @param statements of mappers
 * @param mapped what mapping files say of classes
 * @param routes that XML files give to classes
 * @param springs what Spring's XML says
 * @param beans that batch jobs name, by their own names
 * @param pages that the server fills in
 * @param mentions of qualified names, whether they are of the code base or not
 */
public record OtherFacts(
    Map<String, String> builds,
    Map<String, List<String>> needs,
    List<SchemaFile> schemas,
    List<XmlFacts.Statement> statements,
    List<Mapped> mapped,
    List<XmlFacts.Route> routes,
    List<SpringFile> springs,
    List<Facts.Mention> beans,
    List<Page> pages,
    List<Facts.Mention> mentions) {

  /** A page; {@code text} is empty when nothing in it is filled in. */
  record Page(String path, String text) {}
}
