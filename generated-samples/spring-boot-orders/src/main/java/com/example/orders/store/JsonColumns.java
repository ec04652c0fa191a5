package com.example.orders.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import org.springframework.jdbc.core.SqlParameterValue;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes columns of type {@code jsonb}. */
public class JsonColumns {
  private final JsonMapper mapper;

  public JsonColumns(JsonMapper mapper) {
    this.mapper = mapper;
  }

  /** The value of a parameter; null stays null. */
  SqlParameterValue write(Object value) {
    return new SqlParameterValue(Types.OTHER, value == null ? null : mapper.writeValueAsString(value));
  }

  <T> T read(ResultSet row, String column, Class<T> type) throws SQLException {
    String json = row.getString(column);
    return json == null ? null : mapper.readValue(json, type);
  }
}
