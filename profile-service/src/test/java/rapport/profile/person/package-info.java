@org.jspecify.annotations.NullMarked
package rapport.profile.person;
