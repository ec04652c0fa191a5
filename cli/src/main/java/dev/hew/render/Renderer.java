package dev.hew.render;

import freemarker.cache.StringTemplateLoader;
import freemarker.core.Environment;
import freemarker.core.ParseException;
import freemarker.ext.beans.BeanModel;
import freemarker.ext.beans.MemberAccessPolicy;
import freemarker.template.Configuration;
import freemarker.template.DefaultObjectWrapper;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.utility.DeepUnwrap;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Evaluates templates and expressions against one scope. Tags and interpolations are written in square brackets, so
 * that what other tools write in angle brackets and braces passes untouched. May be used by several threads at once.
 */
public final class Renderer {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]+)}");

  private final Configuration configuration;
  private final Map<String, Object> globals;
  private final int width;
  private final SortedMap<String, String> library;
  private final Map<String, Template> parsed;

  /**
   * @param globals what every template sees, by name
   * @param visible the classes whose methods templates may call
   * @param printable which of them may be written as they are; the others have to be asked for an escaped form
   * @param library macros that every template can use, by the names of their files
   * @param width columns beyond which a line is broken where it may be
   */
  public Renderer(
      Map<String, Object> globals,
      Predicate<Class<?>> visible,
      Predicate<Class<?>> printable,
      Map<String, String> library,
      int width) {
    this(
        globals,
        configuration(visible, printable, library),
        new TreeMap<>(library),
        new ConcurrentHashMap<>(),
        width);
  }

  private Renderer(
      Map<String, Object> globals,
      Configuration configuration,
      SortedMap<String, String> library,
      Map<String, Template> parsed,
      int width) {
    this.globals = new HashMap<>(globals);
    this.globals.putAll(
        Map.of("open", Layout.OPEN, "close", Layout.CLOSE, "br", Layout.BREAK, "sp", Layout.SPACE));
    this.globals.putAll(Map.of("whereOpen", Layout.WHERE_OPEN, "whereClose", Layout.WHERE_CLOSE));
    this.configuration = configuration;
    this.library = library;
    this.parsed = parsed;
    this.width = width;
  }

  /** A renderer for the same templates and another scope; what one of them has parsed the other need not. */
  public Renderer over(Map<String, Object> globals) {
    return new Renderer(globals, configuration, library, parsed, width);
  }

  private static Configuration configuration(
      Predicate<Class<?>> visible, Predicate<Class<?>> printable, Map<String, String> library) {
    Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);
    configuration.setTagSyntax(Configuration.SQUARE_BRACKET_TAG_SYNTAX);
    configuration.setInterpolationSyntax(Configuration.SQUARE_BRACKET_INTERPOLATION_SYNTAX);
    configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    configuration.setLogTemplateExceptions(false);
    configuration.setLocale(Locale.ROOT);
    configuration.setTimeZone(TimeZone.getTimeZone("UTC"));
    configuration.setNumberFormat("computer");
    configuration.setBooleanFormat("c");
    configuration.setWhitespaceStripping(true);
    configuration.setLocalizedLookup(false);
    configuration.setNewBuiltinClassResolver(
        freemarker.core.TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
    DefaultObjectWrapper wrapper = new Wrapper(printable);
    wrapper.setMemberAccessPolicy(policy(visible, printable));
    wrapper.setExposeFields(false);
    configuration.setObjectWrapper(wrapper);
    StringTemplateLoader loader = new StringTemplateLoader();
    library.forEach(loader::putTemplate);
    configuration.setTemplateLoader(loader);
    return configuration;
  }

  /**
   * To a template, an empty {@link Optional} is a missing value, a full one is what it holds, and a {@link Supplier} is
   * what it gives when it is asked. What is not printable is no text to it, so that writing it as it is fails at its
   * place.
   */
  private static final class Wrapper extends DefaultObjectWrapper {
    private final Predicate<Class<?>> printable;

    Wrapper(Predicate<Class<?>> printable) {
      super(Configuration.VERSION_2_3_34);
      this.printable = printable;
    }

    @Override
    public TemplateModel wrap(Object value) throws TemplateModelException {
      Object given = value instanceof Supplier<?> later ? later.get() : value;
      return super.wrap(given instanceof Optional<?> optional ? optional.orElse(null) : given);
    }

    @Override
    protected TemplateModel handleUnknownType(Object value) throws TemplateModelException {
      return printable.test(value.getClass())
          ? super.handleUnknownType(value)
          : new BeanModel(value, this);
    }
  }

  private static MemberAccessPolicy policy(
      Predicate<Class<?>> visible, Predicate<Class<?>> printable) {
    return new MemberAccessPolicy() {
      @Override
      public freemarker.ext.beans.ClassMemberAccessPolicy forClass(Class<?> type) {
        boolean open = visible.test(type);
        return new freemarker.ext.beans.ClassMemberAccessPolicy() {
          @Override
          public boolean isMethodExposed(java.lang.reflect.Method method) {
            return method.getName().equals("toString")
                ? !open || printable.test(type)
                : open && visible.test(method.getDeclaringClass());
          }

          @Override
          public boolean isConstructorExposed(java.lang.reflect.Constructor<?> constructor) {
            return false;
          }

          @Override
          public boolean isFieldExposed(java.lang.reflect.Field field) {
            return false;
          }
        };
      }

      @Override
      public boolean isToStringAlwaysExposed() {
        return false;
      }
    };
  }

  /**
   * Fills a template.
   *
   * @param name what to call the template in messages
   * @param scope names beside the globals, such as the item of a repetition
   * @throws RenderException when the template is wrong
   */
  public String fill(String name, String text, Map<String, Object> scope) {
    StringWriter out = new BoundedText(name);
    process(parse(name, name, text), scope, out);
    try {
      return Layout.of(out.toString(), width);
    } catch (IllegalArgumentException e) {
      throw new RenderException(name, 1, 1, e.getMessage(), e);
    }
  }

  /**
   * The value of an expression as a plain Java value.
   *
   * @throws RenderException when the expression is wrong
   */
  public Object evaluate(String expression, Map<String, Object> scope) {
    String text = "[#assign hewValue = (" + expression + ")]";
    Template template = parse(text, expression, text);
    Environment environment = process(template, scope, Writer.nullWriter());
    try {
      TemplateModel value = environment.getVariable("hewValue");
      return DeepUnwrap.unwrap(value);
    } catch (TemplateModelException e) {
      throw new RenderException(expression, 1, 1, e.getMessage(), e);
    }
  }

  /** A path with each {@code {expression}} replaced by its value. */
  public String path(String pattern, Map<String, Object> scope) {
    Matcher matcher = PLACEHOLDER.matcher(pattern);
    StringBuilder out = new StringBuilder();
    while (matcher.find()) {
      matcher.appendReplacement(
          out, Matcher.quoteReplacement(String.valueOf(evaluate(matcher.group(1), scope))));
    }
    return matcher.appendTail(out).toString();
  }

  /** The items of a list expression. */
  public List<?> list(String expression, Map<String, Object> scope) {
    if (evaluate(expression, scope) instanceof List<?> items) {
      return items;
    }
    throw new RenderException(expression, 1, 1, "`" + expression + "` is no list", null);
  }

  /**
   * @param key what no other text has
   * @param name what to call it in messages
   */
  private Template parse(String key, String name, String text) {
    Template known = parsed.get(key);
    if (known != null) {
      return known;
    }
    try {
      Template template = new Template(name, text, configuration);
      parsed.put(key, template);
      return template;
    } catch (ParseException e) {
      throw new RenderException(
          name, e.getLineNumber(), e.getColumnNumber(), EngineWords.plain(e.getEditorMessage()), e);
    } catch (IOException e) {
      throw new IllegalStateException("reading a text in memory", e);
    }
  }

  private Environment process(Template template, Map<String, Object> scope, Writer out) {
    Map<String, Object> all = new HashMap<>(globals);
    all.putAll(scope);
    try {
      Environment environment = template.createProcessingEnvironment(all, out);
      // the engine's own automatic includes ask its cache for each file each time
      for (Map.Entry<String, String> file : library.entrySet()) {
        environment.include(parse("library " + file.getKey(), file.getKey(), file.getValue()));
      }
      environment.process();
      return environment;
    } catch (TemplateException e) {
      int line = e.getLineNumber() == null ? 1 : e.getLineNumber();
      int column = e.getColumnNumber() == null ? 1 : e.getColumnNumber();
      String where =
          e.getTemplateSourceName() == null ? template.getName() : e.getTemplateSourceName();
      throw new RenderException(
          where, line, column, EngineWords.plain(e.getMessageWithoutStackTop()), e);
    } catch (StackOverflowError e) {
      throw new RenderException(template.getName(), 1, 1, "it calls itself without end", e);
    } catch (IOException e) {
      throw new IllegalStateException("writing a text in memory", e);
    }
  }
}
