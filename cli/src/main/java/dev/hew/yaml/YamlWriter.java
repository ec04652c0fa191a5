package dev.hew.yaml;

import java.util.Map;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/** Writes data as YAML. */
public final class YamlWriter {
  private YamlWriter() {}

  /**
   * A YAML document in block style, without anchors.
   *
   * @param data texts, numbers, booleans, {@code null}, and lists and maps of them
   */
  public static String of(Map<String, Object> data) {
    DumpSettings settings = DumpSettings.builder()
        .setDefaultFlowStyle(FlowStyle.BLOCK)
        .setDereferenceAliases(true)
        .setWidth(Integer.MAX_VALUE)
        .build();
    return new Dump(settings).dumpToString(data);
  }
}
