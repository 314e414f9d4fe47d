package com.example.shop;

/** A customer of the shop. */
public record Customer(long id, String name, String city) {
    /** The name as it is printed on an invoice. */
    public String label() {
        return name + ", " + city;
    }
}
