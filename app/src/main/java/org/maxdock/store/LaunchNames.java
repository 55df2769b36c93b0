package org.maxdock.store;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.maxdock.launch.LaunchKind;
import org.maxdock.launch.LaunchPlace;

/** What the components of a launch are called in files. */
abstract class LaunchNames {

    @JsonProperty("resources")
    abstract LaunchPlace place();

    @JsonProperty("work")
    abstract LaunchKind kind();
}
