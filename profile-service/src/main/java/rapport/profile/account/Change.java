package rapport.profile.account;

/** One thing of an account as it is from now on. */
public sealed interface Change {

  /** What kind of thing it is, for histories. */
  String kind();

  /** Its id among the things of its kind. */
  String id();

  /** What is kept of it. */
  Object value();

  /**
   * The account itself.
   *
   * @param reason why it moved; empty when it did not
   */
  record OfAccount(Account value, String reason) implements Change {
    @Override
    public String kind() {
      return "account";
    }

    @Override
    public String id() {
      return value.id();
    }
  }

  record OfContact(Contact value) implements Change {
    @Override
    public String kind() {
      return "contact";
    }

    @Override
    public String id() {
      return value.id();
    }
  }

  record OfInteraction(Interaction value) implements Change {
    @Override
    public String kind() {
      return "interaction";
    }

    @Override
    public String id() {
      return value.id();
    }
  }

  record OfDeal(Deal value) implements Change {
    @Override
    public String kind() {
      return "deal";
    }

    @Override
    public String id() {
      return value.id();
    }
  }

  record OfContract(Contract value) implements Change {
    @Override
    public String kind() {
      return "contract";
    }

    @Override
    public String id() {
      return value.id();
    }
  }

  record OfReport(Report value) implements Change {
    @Override
    public String kind() {
      return switch (value) {
        case Report.Usage _ -> "usage";
        case Report.Ticket _ -> "ticket";
        case Report.Goal _ -> "goal";
        case Report.Roi _ -> "roi";
        case Report.Nps _ -> "nps";
      };
    }

    @Override
    public String id() {
      return value.id();
    }
  }
}
