#!/bin/sh
# Writes a code base of made-up files into the empty folder DIR, for a look at how hew copes with many: see
# docs/benchmarks.md.
#
#   cli/src/bench/large-tree.sh DIR [FILES]
#
# FILES, 200000 when not given, is rounded to 40s: each 40 are a package around an entity with its controller, service
# and repository, and others that use each other within the package and, at random, any other package. Among them are
# files that break the grammar, files in Latin-1 and UTF-16, Kotlin, what a generator wrote, a schema script, a page.
# Links lead in circles, and there is no git. The same arguments give the same files. Needs awk.
set -eu

[ $# -ge 1 ] || {
  echo "usage: $0 DIR [FILES]" >&2
  exit 2
}
mkdir -p "$1"
[ -z "$(ls -A "$1")" ] || {
  echo "$1: is not empty" >&2
  exit 2
}
cd "$1"
packages=$((${2:-200000} / 40))
folder='"m" int(k / 250) "/src/main/java/org/large/a" k % 50 "/b" k'
awk -v n="$packages" "BEGIN { for (k = 0; k < n; k++) print $folder }" | xargs mkdir -p
LC_ALL=C awk -v packages="$packages" '
  function file(name) { close(out); out = dir "/" name }
  function w(text) { print text > out }
  function package_of(k) { return "org.large.a" k % 50 ".b" k }
  function other() { return int(rand() * packages) }
  function start(name, of, annotations) {
    file(name ".java")
    w("package " package_of(k) ";")
    w("import " package_of(of) ".*;")
    w(annotations "public class " name " {")
  }
  function entity(name, of) {
    start(name, of, "@Entity @Table(name = \"" tolower(name) "\") ")
    w("  @Id private Long id;\n  @ManyToOne private Thing" of " other;")
    w("  public Long getId() { return id; }\n  public Thing" of " getOther() { return other; }\n}")
  }
  BEGIN {
    srand(7)
    for (k = 0; k < packages; k++) {
      dir = '"$folder"'
      thing = "Thing" k
      entity(thing, k > 0 ? k - 1 : 0)
      entity(thing "Part", k)
      entity(thing "Kind", k)
      o = other()
      start(thing "Controller", o, "@RestController ")
      w("  private " thing "Service service;\n  private Thing" o "Service others;")
      w("  @GetMapping(\"/things/" k "/{id}\")\n  public " thing " get(Long id) { others.find(id); return service.find(id); }")
      w("  @PostMapping(\"/things/" k "\")\n  public void add(" thing " one) { service.save(one); }\n}")
      o = other()
      start(thing "Service", o, "@Service @Transactional ")
      w("  private " thing "Repository rows;\n  private Thing" o "Repository others;\n  private " thing "Rule8 rule;")
      w("  public " thing " find(Long id) { rule.go(3); return rows.byNumber(id); }")
      w("  public void save(" thing " one) { rows.save(one); others.save(null); for (int i = 0; i < 3; i++) rule.go(i); }\n}")
      file(thing "Repository.java")
      w("package " package_of(k) ";\npublic interface " thing "Repository extends JpaRepository<" thing ", Long> {")
      w("  @Query(\"select t from " thing " t where t.id = ?1\") " thing " byNumber(Long id);\n}")
      for (i = 6; i < 36; i++) {
        name = thing "Rule" i
        r = rand()
        o = i % 3 ? k : other()
        if (r < 0.01) {
          file(name ".java")
          w("package " package_of(k) "; class " name " { void m( { \"")
        } else if (r < 0.02) {
          file(name ".java")
          w("package " package_of(k) "; class " name " { String s = \"caf\351\"; }")
        } else if (r < 0.05) {
          file(name ".kt")
          w("package " package_of(k) "\nclass " name)
        } else {
          start(name, o, r < 0.1 ? "@Generated(\"maker\") " : "")
          one = "Thing" o "Rule" 6 + int(rand() * 30)
          two = thing "Rule" 6 + int(rand() * 30)
          w("  private " one " one;\n  private " two " two;")
          w("  public int go(int n) {\n    return n > 0 ? one.go(n - 1) + two.go(n - 2) : n;\n  }\n}")
        }
      }
      file("Empty.java")
      printf "" > out
      file("Wide.java")
      printf "\377\376p%ca%cc%ck%ca%cg%ce%c", 0, 0, 0, 0, 0, 0, 0 > out
      file("schema.sql")
      w("create table " tolower(thing) " (id bigint primary key, other_id bigint,")
      w("  constraint fk_" k " foreign key (other_id) references thing" (k > 0 ? k - 1 : 0) " (id));")
      file("page.jsp")
      w("<p>${" tolower(thing) ".id} ${" tolower(thing) ".other}</p>")
    }
  }'
for module in m*; do
  echo "<project><artifactId>$module</artifactId></project>" >"$module/pom.xml"
done
ln -s .. m0/up
ln -s round m0/round
find . -type f | wc -l
