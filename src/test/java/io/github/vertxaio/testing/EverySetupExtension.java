package io.github.vertxaio.testing;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;

/** Runs a test with each of the nine setups. */
final class EverySetupExtension implements TestTemplateInvocationContextProvider {
  /** Kept here because loggers are forgotten when nobody holds them. */
  private static final Logger LOG = Logger.getLogger("io.github.vertxaio");

  static {
    // Each engine says at its start what it uses; thousands of them are too many.
    LOG.setLevel(Level.WARNING);
  }

  @Override
  public boolean supportsTestTemplate(ExtensionContext context) {
    return true;
  }

  @Override
  public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(
      ExtensionContext context) {
    return Setup.all().map(Invocation::new);
  }

  private record Invocation(Setup setup) implements TestTemplateInvocationContext {
    @Override
    public String getDisplayName(int index) {
      return setup.toString();
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
      return List.of(new Life(setup));
    }
  }

  private record Life(Setup setup)
      implements BeforeEachCallback, AfterEachCallback, ParameterResolver {
    @Override
    public void beforeEach(ExtensionContext context) {
      setup.start();
    }

    @Override
    public void afterEach(ExtensionContext context) {
      setup.close();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == Setup.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return setup;
    }
  }
}
