package org.maxdock.ui.settings;

import org.maxdock.operation.RegistryOperations;
import org.maxdock.ui.WindowSide;
import org.maxdock.ui.shared.Place;

/** The accounts at registries, on the page of settings. */
public final class FailingAccounts {

    private final RegistriesModel model;

    public FailingAccounts(WindowSide side) {
        model = new RegistriesModel(
                side.over(Place.ACCOUNTS),
                side.at(Place.ACCOUNTS),
                side.bench().texts(),
                new RegistryOperations(side.link()));
    }

    public void login(String registry) {
        model.login(registry, "me", "wrong");
    }
}
