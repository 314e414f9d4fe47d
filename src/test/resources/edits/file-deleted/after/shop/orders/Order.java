package shop.orders;

class Order {
    long id;
}
