package rapport.runtime.egress;

import io.netty.resolver.AddressResolver;
import io.netty.resolver.AddressResolverGroup;
import io.netty.resolver.InetNameResolver;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Promise;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;

/** Every name has this one address, which was checked. */
final class PinnedAddress extends AddressResolverGroup<InetSocketAddress> {

  private final InetAddress address;

  PinnedAddress(InetAddress address) {
    this.address = address;
  }

  @Override
  protected AddressResolver<InetSocketAddress> newResolver(EventExecutor executor) {
    return new InetNameResolver(executor) {
      @Override
      protected void doResolve(String host, Promise<InetAddress> promise) {
        promise.setSuccess(address);
      }

      @Override
      protected void doResolveAll(String host, Promise<List<InetAddress>> promise) {
        promise.setSuccess(List.of(address));
      }
    }.asAddressResolver();
  }
}
