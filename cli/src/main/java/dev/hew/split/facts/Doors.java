package dev.hew.split.facts;

import dev.hew.code.Handover;
import dev.hew.code.Reference;
import java.util.Locale;
import java.util.Set;

/** The types of libraries through which rows are stored and fetched, and what their methods do. */
final class Doors {
  /** By simple name, as everything outside the code base is known. */
  private static final Set<String> MANAGERS = Set.of(
      "EntityManager",
      "Session",
      "StatelessSession",
      "SharedSessionContract",
      "HibernateTemplate",
      "HibernateOperations",
      "JpaTemplate",
      "PersistenceManager",
      "MongoTemplate",
      "MongoOperations",
      "CriteriaBuilder",
      "CriteriaQuery",
      "CriteriaUpdate",
      "CriteriaDelete",
      "DetachedCriteria",
      "JdbcAggregateTemplate",
      "R2dbcEntityTemplate");

  /** Those that have the entity among their type arguments. */
  private static final Set<String> REPOSITORIES = Set.of(
      "Repository",
      "CrudRepository",
      "ListCrudRepository",
      "PagingAndSortingRepository",
      "JpaRepository",
      "JpaRepositoryImplementation",
      "SimpleJpaRepository",
      "MongoRepository",
      "ReactiveCrudRepository",
      "PanacheRepository",
      "PanacheRepositoryBase",
      "BaseMapper",
      "IService",
      "ServiceImpl");

  private static final Set<String> WRITES = Set.of(
      "persist",
      "persistAndFlush",
      "merge",
      "remove",
      "removeById",
      "save",
      "saveAll",
      "saveAndFlush",
      "saveAllAndFlush",
      "saveBatch",
      "saveOrUpdate",
      "saveOrUpdateAll",
      "saveOrUpdateBatch",
      "saveOrUpdateCopy",
      "update",
      "updateById",
      "delete",
      "deleteAll",
      "deleteById",
      "deleteAllById",
      "deleteInBatch",
      "deleteAllInBatch",
      "deleteAllByIdInBatch",
      "replicate",
      "insert",
      "upsert",
      "store",
      "makePersistent",
      "makePersistentAll",
      "deletePersistent",
      "deletePersistentAll",
      "createCriteriaUpdate",
      "createCriteriaDelete");

  private static final Set<String> READS = Set.of(
      "find",
      "findAll",
      "findAllById",
      "findById",
      "findOne",
      "findByExample",
      "get",
      "getById",
      "getObjectById",
      "getOne",
      "getReference",
      "getReferenceById",
      "load",
      "loadAll",
      "list",
      "listAll",
      "count",
      "exists",
      "existsById",
      "byId",
      "createCriteria",
      "createQuery",
      "forClass",
      "from",
      "query",
      "selectById",
      "selectList",
      "selectOne",
      "selectCount");

  private Doors() {}

  /** Whether a library's type is one that is given or asked for entities of any class. */
  static boolean isManager(TypeUse type, Handover call) {
    boolean known = MANAGERS.contains(type.name())
        || type.arguments().stream().anyMatch(a -> MANAGERS.contains(a.name()));
    return known || (type.name().equals("?") && soundsLikeManager(call.receiver()));
  }

  /** {@code getSession()} of a base class that is not here. */
  private static boolean soundsLikeManager(String receiver) {
    String step = receiver.substring(
        Math.max(receiver.lastIndexOf(Reference.STEP), receiver.lastIndexOf(Reference.TAKEN)) + 1);
    int slash = step.indexOf('/');
    String name =
        (slash < 0 ? step : step.substring(0, slash)).replace("~", "").toLowerCase(Locale.ROOT);
    return name.equals("em")
        || name.endsWith("session")
        || name.endsWith("entitymanager")
        || name.endsWith("hibernatetemplate")
        || name.endsWith("jpatemplate");
  }

  /** Whether a library's type is one that keeps entities of the class that its type arguments name. */
  static boolean isRepository(TypeUse type) {
    return REPOSITORIES.contains(type.name());
  }

  static boolean writes(String call) {
    return WRITES.contains(call);
  }

  /** What a call does to rows. */
  static Doing doing(String call) {
    return writes(call) ? Doing.of(call) : Doing.READS;
  }

  static boolean reads(String call) {
    return READS.contains(call);
  }
}
