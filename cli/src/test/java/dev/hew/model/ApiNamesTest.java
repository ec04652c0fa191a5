package dev.hew.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hew.flow.Stacks;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ApiNamesTest {
  private static final Language JAVA = Stacks.named("spring-boot").value().language();

  private static List<String> names(Set<String> types, Map<String, String> known, String... tags) {
    ApiNames names = new ApiNames("shop", JAVA, types, known);
    names.keep(Set.of(tags));
    return Arrays.stream(tags).map(tag -> names.take(tag, tag)).toList();
  }

  private static List<String> names(String... tags) {
    return names(Set.of(), Map.of(), tags);
  }

  @Test
  void aTagThatSaysWhatItIsDoesNotSaySoTwice() {
    assertEquals(
        List.of("Address", "Pet", "Users", "Order", "Payment", "Login"),
        names(
            "address-controller",
            "PetRestController",
            "Users API",
            "OrderService",
            "PaymentResource",
            "login-controller API"));
  }

  @Test
  void aWordThatMayBeMeantStays() {
    assertEquals(
        List.of("HumanResource", "CustomerService", "Api", "Controller", "Shop"),
        names("Human Resource", "Customer Service", "API", "controller", ""));
  }

  @Test
  void aGroupMayBeCalledLikeAClassOfJavaSinceItsOwnAreNot() {
    assertEquals(List.of("System", "Object", "Record"), names("System", "object", "Record"));
  }

  @Test
  void noClassOfAGroupIsCalledLikeATypeOrAnAnnotation() {
    assertEquals(
        List.of("PetOperations", "OrderOperations", "RestOperations"),
        names(Set.of("PetApi", "OrderController"), Map.of(), "pet", "order", "rest"));
    assertEquals(
        List.of("PetOperations2"), names(Set.of("PetApi", "PetOperationsApi"), Map.of(), "pet"));
  }

  @Test
  void twoGroupsHaveTwoNames() {
    assertEquals(
        List.of("Pet", "PetOperations", "PetController"),
        names("pet", "pet-controller", "PetController"));
  }

  @Test
  void namesStayAsTheyAre() {
    assertEquals(
        List.of("Pet", "PetController"),
        names(Set.of(), Map.of("pet-controller", "PetController"), "pet", "pet-controller"));
    assertEquals(List.of("PetOperations"), names(Set.of("PetApi"), Map.of("pet", "Pet"), "pet"));
  }
}
