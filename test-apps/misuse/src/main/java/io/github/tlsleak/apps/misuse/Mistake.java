package io.github.tlsleak.apps.misuse;

/** A mistake, made by the class that implements it. */
public interface Mistake {

    /** Makes it, and returns holding nothing that the mistake forgets. */
    void make(Place place) throws Exception;
}
