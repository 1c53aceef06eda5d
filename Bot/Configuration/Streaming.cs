namespace Bot.Configuration;

public enum Streaming { Paced, Live, Complete }
