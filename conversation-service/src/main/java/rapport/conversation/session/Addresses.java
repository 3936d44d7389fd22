package rapport.conversation.session;

/** Whether mail can reach the addresses people give. */
public interface Addresses {

  /** Takes every address as it is. */
  Addresses TRUSTED =
      new Addresses() {
        @Override
        public void lookInto(String email) {}

        @Override
        public boolean isDoubted(String email) {
          return false;
        }
      };

  /** Begins to find out; returns at once. */
  void lookInto(String email);

  /** Whether it is known by now that nobody takes mail there; false while that is not known. */
  boolean isDoubted(String email);
}
