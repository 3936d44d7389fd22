package rapport.health.store;

import rapport.runtime.store.DocumentStore;

/** The stores that jobs and evaluations work with, over one database. */
public record JobStores(
    Jobs jobs,
    AccountViews facts,
    Snapshots snapshots,
    PortfolioDays days,
    Models models,
    Healths healths,
    Alerts alerts,
    Weeks weeks,
    Reviews reviews) {

  public JobStores(DocumentStore store) {
    this(
        new Jobs(store),
        new AccountViews(store),
        new Snapshots(store),
        new PortfolioDays(store),
        new Models(store),
        new Healths(store),
        new Alerts(store),
        new Weeks(store),
        new Reviews(store));
  }
}
