# The arena as an image: built with the SDK, run on the smaller ASP.NET runtime by an ordinary user.
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source

# Project files first: packages are restored again only when these change.
COPY global.json Directory.Build.props Directory.Packages.props ./
COPY Arena.Core/Arena.Core.csproj Arena.Core/
COPY Sandbox/Sandbox.csproj Sandbox/
COPY Bot/Bot.csproj Bot/
RUN dotnet restore Bot/Bot.csproj

COPY config/ config/
COPY Arena.Core/ Arena.Core/
COPY Sandbox/ Sandbox/
COPY Bot/ Bot/
RUN dotnet publish Bot/Bot.csproj --configuration Release --no-restore --output /app -p:UseAppHost=false

FROM mcr.microsoft.com/dotnet/aspnet:10.0 AS run
# librsvg draws the boards; the fonts cover names and prompts in most scripts.
RUN apt-get update \
    && apt-get install --yes --no-install-recommends librsvg2-2 fontconfig fonts-dejavu-core fonts-noto-cjk fonts-noto-color-emoji \
    && rm -rf /var/lib/apt/lists/*

WORKDIR /app
COPY --from=build /app ./

# The base image brings the user app (id 1654); a new volume takes over the owner of the folder it is mounted on.
RUN mkdir /data && chown app:app /data
ENV ARENA_DATA=/data
VOLUME /data
USER app

# Reads what the bot writes down about itself every few seconds; logs in nowhere.
HEALTHCHECK --interval=30s --timeout=10s --start-period=60s --retries=3 CMD ["dotnet", "Bot.dll", "health"]
ENTRYPOINT ["dotnet", "Bot.dll"]
