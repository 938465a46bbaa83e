/// The version of Sayso; run.json and `sayso --version` give it.
public let saysoVersion = "0.1.0"
