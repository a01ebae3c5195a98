package org.childrensportal.fuzz;

/**
 * A name with a value, both as they stand in a request: characters are its bytes.
 *
 * @param name of a parameter, a field or a header
 * @param value encoded already, well or badly
 */
record Pair(String name, String value) {

    Pair with(String other) {
        return new Pair(name, other);
    }

    @Override
    public String toString() {
        return name + "=" + value;
    }
}
